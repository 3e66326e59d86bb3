package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import java.util.List;

/** A check of whether a measurement may be believed. It is pure: all that it may look at is the evidence. */
public interface Diagnostic {

    /** The name that its findings carry: {@code generator-saturated}, … */
    String name();

    /** What speaks against believing the measurement; nothing, if nothing does. */
    List<Finding> examine(Evidence evidence);
}
