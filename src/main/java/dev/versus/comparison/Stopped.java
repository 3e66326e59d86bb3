package dev.versus.comparison;

import dev.versus.statistics.StoppingRule.Decision;

/**
 * That a comparison came to its end, and why: what a run that was killed cannot tell.
 *
 * @param rounds how many rounds had ended on every target
 * @param reason why there was no further one
 */
public record Stopped(int rounds, Decision reason) {}
