package dev.versus.environment;

/**
 * Something that launches leave for the next ones on purpose, such as an image or unpacked programs; without it the next launch
 * takes longer, and that is all.
 *
 * @param what it is and where, in a few words
 * @param removal removes it; what is in use stays, with an exception that says so
 */
public record Kept(String what, Runnable removal) {}
