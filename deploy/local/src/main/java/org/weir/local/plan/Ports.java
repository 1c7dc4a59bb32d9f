package org.weir.local.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where each part listens, on loopback. */
public record Ports(int dashboard, int ingest, int consent, int city, int kafka, int postgres) {

    /** The only address anything listens on. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final int HIGHEST = 65_535;

    /**
     * A port with what it is for.
     *
     * @param number the port
     * @param purpose in words for people
     * @param flag the option that changes it
     */
    public record Use(int number, String purpose, String flag) {}

    /** Every port that will be listened on; the city's only when it runs. */
    public List<Use> uses(boolean withCity) {
        List<Use> all = List.of(
                new Use(dashboard, "the dashboard", "--port"),
                new Use(ingest, "the ingest service", "--ingest-port"),
                new Use(consent, "the consent service", "--consent-port"),
                new Use(kafka, "the Kafka broker", "--kafka-port"),
                new Use(postgres, "PostgreSQL", "--postgres-port"),
                new Use(city, "the synthetic city", "--city-port"));
        return withCity ? all : all.subList(0, all.size() - 1);
    }

    /** Refuses numbers that are no ports, and one number for two parts. */
    public void check(boolean withCity) {
        Set<Integer> seen = new LinkedHashSet<>();
        for (Use use : uses(withCity)) {
            if (use.number() < 1 || use.number() > HIGHEST) {
                throw new Misuse(use.flag() + " needs a port from 1 to " + HIGHEST + ", not " + use.number() + ".");
            }
            if (!seen.add(use.number())) {
                throw new Misuse(
                        "Port " + use.number() + " is given to two parts; choose another with " + use.flag() + ".");
            }
        }
    }

    static String url(int port) {
        return "http://" + LOOPBACK + ":" + port;
    }

    static String address(int port) {
        return LOOPBACK + ":" + port;
    }
}
