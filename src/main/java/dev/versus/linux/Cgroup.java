package dev.versus.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One cgroup as a folder of files.
 *
 * @param unified whether it is of version 2
 * @param top the folder at which its hierarchy is mounted
 * @param folder its own folder, in or at the top
 */
public record Cgroup(boolean unified, Path top, Path folder) {

    /** A file with a single number; nothing if it says {@code max}, or is not there. */
    public OptionalLong number(String file) {
        return parse(text(file).strip());
    }

    /** The number behind a key in such a file; nothing if it is not there. */
    public OptionalLong number(String file, String key) {
        Long number = numbers(file).get(key);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** A file of lines with a key and a number, such as {@code cpu.stat}. */
    public Map<String, Long> numbers(String file) {
        Map<String, Long> numbers = new TreeMap<>();
        for (String line : text(file).split("\n", -1)) {
            int space = line.lastIndexOf(' ');
            if (space > 0) {
                parse(line.substring(space + 1)).ifPresent(number -> numbers.put(line.substring(0, space), number));
            }
        }
        return numbers;
    }

    /** The text of a file; empty if it is not there. */
    public String text(String file) {
        return Proc.text(folder.resolve(file));
    }

    /** Whether this cgroup has such a file at all: controllers may be switched off. */
    public boolean has(String file) {
        return Files.isReadable(folder.resolve(file));
    }

    /** This cgroup and those around it, whose limits hold for it too, up to the top. */
    public List<Cgroup> upwards() {
        List<Cgroup> all = new ArrayList<>();
        for (Path at = folder; at != null && at.startsWith(top); at = at.getParent()) {
            all.add(new Cgroup(unified, top, at));
        }
        return all;
    }

    boolean isTop() {
        return folder.equals(top);
    }

    /** Whether the other is this one, or stands within it. */
    boolean holds(Cgroup other) {
        return other.folder.startsWith(folder);
    }

    private static OptionalLong parse(String number) {
        try {
            return OptionalLong.of(Long.parseLong(number));
        } catch (NumberFormatException noNumber) {
            return OptionalLong.empty();
        }
    }
}
