package dev.versus.system;

import dev.versus.system.SharedMemory.Ipc;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates a {@link SharedMemory} from the keys {@code ipc} and {@code shm_size} of a service. */
final class SharedMemoryBinder {

    private static final String SERVICE = "service:";
    private static final String CHOICES = "private, shareable, none, host or service:<name>";
    private static final Map<String, Ipc> WORDS = Map.of(
            "private", Ipc.PRIVATE,
            "shareable", Ipc.SHAREABLE,
            "none", Ipc.NONE,
            "host", Ipc.HOST);
    private static final Set<Ipc> WITHOUT_SIZE = Set.of(Ipc.NONE, Ipc.HOST, Ipc.SERVICE);

    private SharedMemoryBinder() {}

    static SharedMemory bind(Fields service) {
        String donor = donor(service);
        Ipc ipc = donor == null ? ipc(service) : Ipc.SERVICE;
        DataSize size = service.size("shm_size");
        if (size != null && size.bytes() == 0) {
            throw service.refuse("shm_size", "a size such as 64m, larger than 0", service.text("shm_size", ""));
        }
        if (size != null && ipc != null && WITHOUT_SIZE.contains(ipc)) {
            throw service.mapping()
                    .placeOf("shm_size")
                    .refuse("'shm_size' sets the size of a /dev/shm of the service's own, and with 'ipc: "
                            + service.text("ipc") + "' it has none; keep one of the two keys.");
        }
        return new SharedMemory(ipc, donor, size);
    }

    /** Returns the service whose shared memory a service has; null if it names none. */
    static @Nullable String donor(Fields service) {
        String text = service.text("ipc", "");
        return text.startsWith(SERVICE) ? text.substring(SERVICE.length()) : null;
    }

    private static @Nullable Ipc ipc(Fields service) {
        String text = service.text("ipc");
        if (text == null) {
            return null;
        }
        if (text.startsWith("container:")) {
            throw service.refuse("ipc", CHOICES + " (memory is shared within a system only)", text);
        }
        Ipc ipc = WORDS.get(text);
        if (ipc == null) {
            throw service.refuse("ipc", CHOICES, text);
        }
        return ipc;
    }
}
