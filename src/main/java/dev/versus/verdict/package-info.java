/**
 * Decides: what a claim expects, and what an interval says to it. Pure; knows the statistics and the root of the harness, and
 * nobody else.
 */
@NullMarked
package dev.versus.verdict;

import org.jspecify.annotations.NullMarked;
