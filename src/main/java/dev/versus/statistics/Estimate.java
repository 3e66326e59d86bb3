package dev.versus.statistics;

/**
 * What the rounds say about one figure.
 *
 * @param value the best single value, always inside the interval
 * @param interval where the true value lies, with the confidence stated
 * @param confidence the level that was reached: never below the level asked for, since ranks move in steps
 * @param n the number of rounds behind it
 */
public record Estimate(double value, Interval interval, double confidence, int n) {}
