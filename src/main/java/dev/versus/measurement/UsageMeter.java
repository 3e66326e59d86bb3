package dev.versus.measurement;

/** Reads what each consumer, and the machine as a whole, has used since it started. */
@FunctionalInterface
public interface UsageMeter {

    Usage read();
}
