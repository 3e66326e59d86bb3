package dev.versus.environment;

import dev.versus.Secrets;

/**
 * What a service says when it is asked how it is.
 *
 * @param healthy whether that is what a healthy one says
 * @param answer what was asked, and what came back, in a few words, without secrets
 */
public record Health(boolean healthy, String answer) {
    public Health {
        answer = Secrets.masked(answer);
    }
}
