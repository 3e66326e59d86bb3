package dev.versus.environment;

import java.util.List;

/**
 * Remover of one kind of things that runs make. A subclass has a public constructor without arguments and is listed in
 * {@code META-INF/services/dev.versus.environment.Remover}, so that leftovers of a killed run are removed whichever environment starts
 * next.
 */
public abstract class Remover {

    /** Returns the kind of the things that this remover removes, as in {@link Made#kind}. */
    public abstract String kind();

    /** Tells whether a run can have made a thing of that name. Only things for which this is true are removed, whatever was recorded. */
    protected abstract boolean canBeOf(RunId run, String name);

    /**
     * Removes the things that have exactly these names, in this order. A thing that does not exist counts as removed.
     *
     * @param names things of one run, each of which it {@linkplain #canBeOf can have made}
     * @return whether none of them is left
     */
    protected abstract boolean removeAll(List<String> names);

    /**
     * Removes the things that have exactly these names, except those that the run cannot have made.
     *
     * @return whether none of them is left; a thing that the run cannot have made counts as left
     */
    public final boolean remove(RunId run, List<String> names) {
        List<String> own = names.stream().filter(name -> canBeOf(run, name)).toList();
        return removeAll(own) && own.size() == names.size();
    }
}
