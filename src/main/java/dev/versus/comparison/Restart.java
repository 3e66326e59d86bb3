package dev.versus.comparison;

/**
 * The event that all systems were restarted.
 *
 * @param before the number of the first round on the new start
 */
public record Restart(int before, WarmUp warmUp) {}
