package dev.versus.cli.keeper;

import dev.versus.VersusException;

/** What a command is about is not up, or its keeper is gone. */
public final class NotUp extends VersusException {

    private static final long serialVersionUID = 1L;

    NotUp(String sentence) {
        super(sentence, null);
    }
}
