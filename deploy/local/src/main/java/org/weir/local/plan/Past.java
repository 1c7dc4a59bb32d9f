package org.weir.local.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Which days that are over are sent through Weir beside what is live. */
public sealed interface Past {

    /** The options of the process that sends them. */
    List<String> options();

    /**
     * Service dates of the synthetic city.
     *
     * @param first the first of them
     * @param days how many
     */
    record City(LocalDate first, int days) implements Past {
        @Override
        public List<String> options() {
            return List.of("--from", first.toString(), "--days", Integer.toString(days));
        }
    }

    /** A recording of positions. */
    record Recording(Path file) implements Past {
        @Override
        public List<String> options() {
            return List.of("--file", file.toString());
        }
    }

    /** Four weeks hold each weekday four times: enough for a table by weekday and hour. */
    int USUAL_DAYS = 28;

    /** The city's schedule goes back this far. */
    int MOST_DAYS = 60;

    /** Buses of a service date run until two in the morning; from four on it is over. */
    int OVER_AT = 4;

    /**
     * What the command line says of it.
     *
     * @param history {@code --history}
     * @param none {@code --no-history}
     * @param city whether the synthetic city runs
     * @param now the city's local time at the start
     * @return nothing where nothing is to be sent
     * @throws Misuse where it cannot be done
     */
    static Optional<Past> of(Optional<String> history, boolean none, boolean city, LocalDateTime now) {
        if (none && history.isPresent()) {
            throw new Misuse("--history and --no-history do not go together.");
        }
        if (history.isPresent() && !number(history.get())) {
            Path file = Path.of(history.get()).toAbsolutePath().normalize();
            if (!Files.isRegularFile(file)) {
                throw new Misuse(
                        "--history names " + history.get() + ", which is neither a number of days nor a file.");
            }
            return Optional.of(new Recording(file));
        }
        if (history.isPresent() && !city) {
            throw new Misuse(
                    "--history with a number of days is for the synthetic city; an agency of your own has a file.");
        }
        int days = history.map(Past::days).orElse(city && !none ? USUAL_DAYS : 0);
        LocalDate last = now.minusHours(OVER_AT).toLocalDate().minusDays(1);
        return days == 0 ? Optional.empty() : Optional.of(new City(last.minusDays(days - 1), days));
    }

    private static boolean number(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int days(String text) {
        if (text.length() > 2 || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_DAYS) {
            throw new Misuse("--history needs 1 to " + MOST_DAYS + " days, not " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
