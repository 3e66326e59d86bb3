package dev.versus.measurement;

/** Reads how much CPU time each consumer has used since it started. */
@FunctionalInterface
public interface CpuMeter {

    CpuTimes read();
}
