package dev.versus.comparison;

/**
 * A target's turn.
 *
 * @param number the place in the whole order, from 1
 * @param round the round it belongs to, from 1
 */
public record Turn(int number, int round, Target target) {}
