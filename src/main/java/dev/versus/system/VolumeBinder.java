package dev.versus.system;

import dev.versus.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Creates a {@link VolumeDefinition} from the mapping of a volume, whose options are those of Docker's driver {@code local}. */
final class VolumeBinder {

    private static final String LOCAL = "local";
    private static final String TMPFS = "tmpfs";
    private static final String MOST = "0|[1-9]\\d{0,8}";

    private final Fields options;
    private @Nullable DataSize size;
    private @Nullable String mode;
    private @Nullable Integer uid;
    private @Nullable Integer gid;

    private VolumeBinder(Fields options) {
        this.options = options;
    }

    static VolumeDefinition bind(String name, Fields volume) {
        String driver = volume.text("driver", LOCAL);
        if (!driver.equals(LOCAL)) {
            throw volume.refuse("driver", "local, which every environment has", driver);
        }
        Fields options = volume.in("driver_opts");
        boolean plain = options.mapping().entries().isEmpty();
        return new VolumeDefinition(name, plain ? null : new VolumeBinder(options).tmpfs());
    }

    private Tmpfs tmpfs() {
        String type = options.required("type");
        if (!type.equals(TMPFS)) {
            throw options.refuse(
                    "type", "tmpfs (a service mounts a folder of this host by './folder:/path' instead)", type);
        }
        var unused = options.required("device");
        for (String option : options.text("o", "").split(",", -1)) {
            if (!option.isBlank()) {
                take(option.strip());
            }
        }
        return new Tmpfs(size, mode, uid, gid);
    }

    private void take(String option) {
        int equals = option.indexOf('=');
        String value = option.substring(equals + 1);
        switch (equals < 0 ? option : option.substring(0, equals)) {
            case "size" -> size = size(option, value);
            case "mode" -> mode = matching("[0-7]{3,4}", option, value);
            case "uid" -> uid = Integer.valueOf(matching(MOST, option, value));
            case "gid" -> gid = Integer.valueOf(matching(MOST, option, value));
            default -> throw refuse(option);
        }
    }

    private DataSize size(String option, String value) {
        DataSize size = DataSize.parse(value);
        if (size == null || size.bytes() == 0) {
            throw refuse(option);
        }
        return size;
    }

    private String matching(String pattern, String option, String value) {
        if (!value.matches(pattern)) {
            throw refuse(option);
        }
        return value;
    }

    private InvalidInput refuse(String option) {
        return options.refuse("o", "a list of size=64m, mode=1777, uid=1000 and gid=1000, any of them", option);
    }
}
