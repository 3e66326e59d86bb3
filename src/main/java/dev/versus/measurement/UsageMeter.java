package dev.versus.measurement;

/** Reads the resources that each service replica, and the machine as a whole, has used up to now. */
@FunctionalInterface
public interface UsageMeter {

    Usage read();
}
