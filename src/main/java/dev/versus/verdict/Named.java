package dev.versus.verdict;

/** Something that claims refer to by its name: a target. */
@FunctionalInterface
public interface Named {

    /** Returns its name, which is unique in its comparison. */
    String name();
}
