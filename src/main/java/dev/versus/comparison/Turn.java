package dev.versus.comparison;

/**
 * A turn: a target's part in a round. A short workload is run several times in it, in between the other targets' turns.
 *
 * @param number the turn's place in the whole order, from 1
 * @param round the number of its round, from 1
 */
public record Turn(int number, int round, Target target) {}
