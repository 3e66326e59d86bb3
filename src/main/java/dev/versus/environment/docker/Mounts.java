package dev.versus.environment.docker;

import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.VolumeOptions;
import dev.versus.system.Mount;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Mounts of a service in the form of the engine. */
record Mounts(SystemDefinition system, ServiceDefinition service, Names names) {

    /**
     * Returns bind mounts and volumes. The engine refuses a bind mount whose source does not exist, and does not create it. It fills an empty
     * volume from the image, except a temporary file system, which other containers may use already.
     */
    List<com.github.dockerjava.api.model.Mount> lasting() {
        return service.storage().mounts().stream()
                .filter(mount -> mount.type() != Mount.Type.TMPFS)
                .map(this::mount)
                .toList();
    }

    private com.github.dockerjava.api.model.Mount mount(Mount mount) {
        var one = new com.github.dockerjava.api.model.Mount()
                .withTarget(mount.target())
                .withReadOnly(mount.readOnly());
        String source = mount.source();
        if (mount.type() == Mount.Type.BIND) {
            return one.withType(MountType.BIND).withSource(source);
        }
        boolean copied = system.sharedTmpfs(mount).isEmpty();
        return one.withType(MountType.VOLUME)
                .withVolumeOptions(new VolumeOptions().withNoCopy(!copied))
                .withSource(source == null ? "" : names.volume(source));
    }

    /** Returns the options of temporary file systems by path. In {@code /tmp:exec,size=1m} the options follow the colon. */
    Map<String, String> temporary() {
        Map<String, String> temporary = new LinkedHashMap<>();
        service.storage().mounts().stream()
                .filter(mount -> mount.type() == Mount.Type.TMPFS)
                .forEach(mount -> temporary.put(mount.target(), mount.readOnly() ? "ro" : ""));
        for (String entry : service.storage().tmpfs()) {
            int colon = entry.indexOf(':');
            temporary.put(colon < 0 ? entry : entry.substring(0, colon), colon < 0 ? "" : entry.substring(colon + 1));
        }
        return temporary;
    }

    /** Returns the named volumes that the services of a system mount. */
    static Set<String> volumes(SystemDefinition system) {
        Set<String> volumes = new TreeSet<>();
        for (ServiceDefinition service : system.services()) {
            for (Mount mount : service.storage().mounts()) {
                if (mount.type() == Mount.Type.VOLUME && mount.source() != null) {
                    volumes.add(mount.source());
                }
            }
        }
        return volumes;
    }
}
