package dev.versus.environment;

/**
 * Something that launches leave on purpose for later ones, such as an image or unpacked programs. Without it the next launch only takes
 * longer.
 *
 * @param what a description with its place, in a few words
 * @param removal removes it; throws an exception that says so if it is in use
 */
public record Kept(String what, Runnable removal) {}
