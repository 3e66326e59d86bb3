package dev.versus.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The load from which a figure is read. */
public enum Basis {
    /** Turns: each target is loaded alone. */
    @JsonProperty("turns")
    TURNS("in turns"),
    /** Duets: two targets are loaded at once, in equal shares of the services' CPUs. */
    @JsonProperty("duets")
    DUETS("at once");

    private final String words;

    Basis(String words) {
        this.words = words;
    }

    /** Returns how the targets were loaded: "in turns", "at once". */
    public String words() {
        return words;
    }
}
