package dev.versus.comparison;

/**
 * A pair of targets that are loaded at once, in equal shares of the services' CPUs, so that whatever disturbs the machine disturbs both.
 * Each target is of a deployment of its own. Source: L. Bulej, V. Horký, P. Tůma, F. Farquet, A. Prokopec, "Duet Benchmarking: Improving
 * Measurement Accuracy in the Cloud", ICPE 2020.
 *
 * @param one the name of a target
 * @param other the name of the other target
 */
public record Duet(String one, String other) {}
