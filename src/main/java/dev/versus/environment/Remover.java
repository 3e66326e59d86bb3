package dev.versus.environment;

import java.util.List;

/**
 * Removes one kind of the things that runs make. A subclass has a public constructor without arguments and stands in
 * {@code META-INF/services/dev.versus.environment.Remover}: what a killed run has left is removed whatever environment starts next.
 */
public abstract class Remover {

    /** The kind of what is written down, as {@link Made} has it. */
    public abstract String kind();

    /** Tells whether a run can have made something of that name. Nothing of another name is ever removed, whatever was written down. */
    protected abstract boolean canBeOf(RunId run, String name);

    /**
     * Removes what has exactly these names, in their order; what does not exist (any more, or yet) is nothing to do.
     *
     * @param names of one run, each of which it {@linkplain #canBeOf can have made}
     * @return whether nothing of them is left
     */
    protected abstract boolean removeAll(List<String> names);

    /**
     * Removes what has exactly these names, so far as the run can have made it.
     *
     * @return whether nothing of them is left; what the run cannot have made counts as left
     */
    public final boolean remove(RunId run, List<String> names) {
        List<String> own = names.stream().filter(name -> canBeOf(run, name)).toList();
        return removeAll(own) && own.size() == names.size();
    }
}
