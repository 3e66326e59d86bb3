package dev.versus.cli.keeper;

import dev.versus.VersusException;

/** A failure: the system that a command needs is not up, or its keeper is dead. */
public final class NotUp extends VersusException {

    private static final long serialVersionUID = 1L;

    NotUp(String sentence) {
        super(sentence, null);
    }
}
