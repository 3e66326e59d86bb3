package dev.versus.verdict;

/** What a claim says: a subject and what is expected of it. */
public record Statement(Subject subject, Expectation expectation) {

    /** The statement in words: "throughput of gateway relative to direct is at least 0.3". */
    public String describe() {
        return subject.describe() + " " + expectation.describe();
    }
}
