package dev.versus.environment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;

/** Removal of everything that a run has recorded as made: the last thing first, each by the remover of its kind. */
public record RecordedThings(List<Remover> removers) {

    public RecordedThings {
        removers = List.copyOf(removers);
    }

    /** Returns a removal with the removers of every environment on the class path. */
    public static RecordedThings ofAnyEnvironment() {
        var loader = ServiceLoader.load(Remover.class, RecordedThings.class.getClassLoader());
        return new RecordedThings(
                loader.stream().map(ServiceLoader.Provider::get).toList());
    }

    /**
     * Removes everything that the run recorded, and tells whether nothing is left. A thing without a remover here is left and stays
     * recorded.
     */
    public boolean remove(Run run) {
        var last = new ArrayList<>(run.made());
        Collections.reverse(last);
        boolean gone = true;
        while (!last.isEmpty()) {
            String kind = last.get(0).kind();
            List<String> names = last.stream()
                    .takeWhile(made -> made.kind().equals(kind))
                    .map(Made::name)
                    .toList();
            gone &= removers.stream()
                    .anyMatch(remover -> remover.kind().equals(kind) && remover.remove(run.id(), names));
            last.subList(0, names.size()).clear();
        }
        return gone;
    }
}
