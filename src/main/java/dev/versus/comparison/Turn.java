package dev.versus.comparison;

/**
 * A turn: load on one target without a break.
 *
 * @param number the turn's place in the whole order, from 1
 * @param round the number of its round, from 1
 */
public record Turn(int number, int round, Target target) {}
