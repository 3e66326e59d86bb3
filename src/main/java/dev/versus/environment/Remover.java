package dev.versus.environment;

import java.util.List;

/**
 * Removes one kind of the things that runs make. An implementation has a public constructor without arguments and stands in
 * {@code META-INF/services/dev.versus.environment.Remover}: what a killed run has left is removed whatever environment starts next.
 */
public interface Remover {

    String kind();

    /**
     * Removes what has exactly these names, in their order; what does not exist (any more, or yet) is nothing to do.
     *
     * @return whether nothing of them is left
     */
    boolean remove(List<String> names);
}
