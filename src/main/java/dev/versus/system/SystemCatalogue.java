package dev.versus.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The systems and variants in a folder such as {@code services/}. */
public record SystemCatalogue(Path services) {

    /**
     * A system with one variant.
     *
     * @param system the system's name
     * @param variant the variant; empty for a system without variants
     */
    public record Entry(String system, Optional<String> variant) {

        @Override
        public String toString() {
            return variant.map(chosen -> system + "/" + chosen).orElse(system);
        }
    }

    /** Returns every variant of every system, and one entry for each system without variants. */
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
