package dev.versus.statistics;

/**
 * An estimate of one figure from the rounds, with its confidence interval.
 *
 * @param value the point estimate, always inside the interval
 * @param confidence the confidence level reached, 0 to 1: never below the level asked for, often above, since ranks move in steps
 * @param n the number of rounds that the estimate rests on
 */
public record Estimate(double value, Interval interval, double confidence, int n) {}
