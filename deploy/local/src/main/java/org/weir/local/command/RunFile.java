package org.weir.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weir.local.plan.Place;
import org.weir.local.plan.Ports;
import org.weir.local.plan.Publisher;
import org.weir.local.run.Child;
import org.weir.local.run.Memory;

/**
 * {@code run.json}: where a running Weir is and how long its start took, for commands and proofs.
 *
 * @param ports where each part listens
 * @param publisher whose buses
 * @param buildSeconds what the build took; 0 when nothing was to build
 * @param readySeconds from the launcher's begin until everything was registered
 * @param startSeconds from the launcher's begin until the first bus was shared, or until it was no longer waited for
 * @param memory of all processes, then
 * @param children the processes
 */
record RunFile(
        Ports ports,
        Publisher publisher,
        double buildSeconds,
        double readySeconds,
        double startSeconds,
        Memory memory,
        List<Child> children) {

    void write(Place place) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("dashboard", "http://localhost:" + ports.dashboard());
        run.put("ingest", "http://" + Ports.LOOPBACK + ":" + ports.ingest());
        run.put("consent", "http://" + Ports.LOOPBACK + ":" + ports.consent());
        run.put("kafka", Ports.LOOPBACK + ":" + ports.kafka());
        run.put("postgres", Ports.LOOPBACK + ":" + ports.postgres());
        run.put("agency", publisher.id().value());
        run.put("feed", publisher.feed().value());
        run.put("agreement", publisher.agreement().value());
        run.put("positions", publisher.positions().toString());
        run.put("buildSeconds", buildSeconds);
        run.put("readySeconds", readySeconds);
        run.put("startSeconds", startSeconds);
        run.put("residentMegabytes", memory.proportionalMegabytes());
        run.put("residentMegabytesSharedPagesCountedTwice", memory.residentMegabytes());
        run.put("data", place.data().toString());
        run.put("processes", children.stream().map(RunFile::process).toList());
        try {
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValue(place.runFile().toFile(), run);
        } catch (IOException e) {
            throw new UncheckedIOException("The run's file cannot be written", e);
        }
    }

    private static Map<String, Object> process(Child child) {
        Map<String, Object> process = new LinkedHashMap<>();
        process.put("name", child.name());
        process.put("pid", child.process().pid());
        process.put("log", child.log().toString());
        return process;
    }
}
