package dev.versus.comparison;

/**
 * That all systems were started anew.
 *
 * @param before the first round that was played on the new start
 * @param warmUp how they came to their level again
 */
public record Restart(int before, WarmUp warmUp) {}
