package dev.versus.system;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a temporary file system; null where the kernel's default applies.
 *
 * @param size the most that it holds; by default half of the memory
 * @param mode the permissions of its root, in octal digits; by default 1777
 * @param uid the owner of its root; by default root
 * @param gid the group of its root; by default root
 */
public record Tmpfs(
        @Nullable DataSize size,
        @Nullable String mode,
        @Nullable Integer uid,
        @Nullable Integer gid) {

    /** Returns the settings as options of {@code mount}, such as {@code size=1048576,mode=1777}; empty if there are none. */
    public String options() {
        var options = new ArrayList<String>();
        if (size != null) {
            options.add("size=" + size.bytes());
        }
        if (mode != null) {
            options.add("mode=" + mode);
        }
        if (uid != null) {
            options.add("uid=" + uid);
        }
        if (gid != null) {
            options.add("gid=" + gid);
        }
        return String.join(",", options);
    }
}
