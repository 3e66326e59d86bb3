package dev.versus.gatling;

/** An environment, by its name. */
public record EnvironmentChoice(String name) {}
