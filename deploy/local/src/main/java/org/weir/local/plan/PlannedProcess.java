package org.weir.local.plan;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A process to start.
 *
 * @param name names its log
 * @param command program and arguments
 * @param environment what is added to the environment
 * @param ready an address that answers 200 when it is ready
 */
public record PlannedProcess(String name, List<String> command, Map<String, String> environment, URI ready) {

    public PlannedProcess {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
