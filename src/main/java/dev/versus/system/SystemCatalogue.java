package dev.versus.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The systems of a folder such as services/, and their variants. */
public record SystemCatalogue(Path services) {

    /**
     * A system as it can be named.
     *
     * @param variant nothing for the system as it is
     */
    public record Entry(String system, Optional<String> variant) {

        @Override
        public String toString() {
            return variant.map(chosen -> system + "/" + chosen).orElse(system);
        }
    }

    /** Every variant of every system; a system that has none stands for itself. */
    public List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        for (String system : SystemFolder.systems(services)) {
            List<String> variants = SystemFolder.variants(services.resolve(system));
            if (variants.isEmpty()) {
                entries.add(new Entry(system, Optional.empty()));
            }
            variants.forEach(variant -> entries.add(new Entry(system, Optional.of(variant))));
        }
        return List.copyOf(entries);
    }
}
