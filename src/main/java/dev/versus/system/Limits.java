package dev.versus.system;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The most that one replica may use; null where the file sets no limit. */
public record Limits(@Nullable BigDecimal cpus, @Nullable DataSize memory) {

    public boolean isNone() {
        return cpus == null && memory == null;
    }
}
