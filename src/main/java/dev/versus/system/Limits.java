package dev.versus.system;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The resource limits of one replica; null if the file sets no limit. */
public record Limits(@Nullable BigDecimal cpus, @Nullable DataSize memory) {

    /** Tells whether neither CPU nor memory is limited. */
    public boolean isNone() {
        return cpus == null && memory == null;
    }
}
