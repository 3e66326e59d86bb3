package dev.versus.comparison;

import dev.versus.statistics.StoppingRule.Decision;

/**
 * The event that a comparison ended, and why; the log of a killed run has none.
 *
 * @param rounds the number of rounds that ended on every target
 * @param reason why no further round was played
 */
public record Stopped(int rounds, Decision reason) {}
