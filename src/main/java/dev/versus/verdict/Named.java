package dev.versus.verdict;

/** Something that claims refer to by its name: a target, or an endpoint of one. */
@FunctionalInterface
public interface Named {

    /** Returns its name, which is unique in its comparison. */
    String name();

    /** Returns it as a side of a claim. */
    default Side side() {
        return Side.of(name());
    }
}
