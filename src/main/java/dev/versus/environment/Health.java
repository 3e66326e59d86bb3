package dev.versus.environment;

import dev.versus.Secrets;

/**
 * Answer of a service to a healthcheck.
 *
 * @param healthy whether the answer is that of a healthy service
 * @param answer the question and the answer in a few words, without secrets
 */
public record Health(boolean healthy, String answer) {
    public Health {
        answer = Secrets.masked(answer);
    }
}
