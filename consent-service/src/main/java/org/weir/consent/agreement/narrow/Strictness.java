package org.weir.consent.agreement.narrow;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.weir.consent.transform.term.Obligations;
import org.weir.schemas.agreement.Obligation;

/**
 * Whether one obligation does at least as much as another. What it does not know it takes for stricter only where it is
 * the same to the letter.
 */
final class Strictness {
    /** A field that is left empty tells less than one changed in any of these ways. */
    private static final Set<String> LESS_THAN_REDACTED =
            Set.of("mask", "pseudonymise", "rotateId", "coarsenLocation", "generalise", "redact");

    /** Zones in which a position is withheld; the one thing that may be said where the parent says nothing of it. */
    private static final String PROTECT = "protect";

    /** How a value may differ and be stricter still, by {@code action.name}. */
    private static final Map<String, Order> ORDERS = Map.of(
            "coarsenLocation.resolution", Order.FALLS,
            "delay.by", Order.LASTS_LONGER,
            "sample.share", Order.FALLS,
            "limitUse.records", Order.FALLS,
            "limitUse.per", Order.FROM_DAY_TO_TOTAL,
            "mask.showLast", Order.FALLS,
            "coarsenLocation.protect", Order.NAMES_ALL);

    private Strictness() {}

    /** Whether {@code below} does to a record at least what {@code above} does. */
    static boolean atLeast(Obligation above, Obligation below) {
        if (!Objects.equals(above.field(), below.field())) {
            return false;
        }
        return sameAction(above, below) && valuesAtLeast(above, below) || emptied(above, below);
    }

    private static boolean sameAction(Obligation above, Obligation below) {
        return Objects.equals(above.action(), below.action())
                && below.with().keySet().containsAll(above.with().keySet())
                && below.with().keySet().stream()
                        .allMatch(name -> above.with().containsKey(name) || name.equals(PROTECT));
    }

    private static boolean valuesAtLeast(Obligation above, Obligation below) {
        return above.with().entrySet().stream().allMatch(each -> {
            String value = below.with().get(each.getKey());
            Order order = ORDERS.getOrDefault(above.action() + "." + each.getKey(), Order.SAME);
            return each.getValue().equals(value) || order.stricter(each.getValue(), value);
        });
    }

    private static boolean emptied(Obligation above, Obligation below) {
        return above.field() != null
                && !Obligations.actOnTheRecord(above)
                && LESS_THAN_REDACTED.contains(above.action())
                && below.action().equals("redact")
                && below.with().isEmpty();
    }

    /** In which direction a value gets stricter. */
    private enum Order {
        SAME {
            @Override
            boolean stricter(String above, String below) {
                return false;
            }
        },
        FALLS {
            @Override
            boolean stricter(String above, String below) {
                Optional<BigDecimal> a = number(above);
                Optional<BigDecimal> b = number(below);
                return a.isPresent() && b.isPresent() && b.get().compareTo(a.get()) <= 0;
            }
        },
        LASTS_LONGER {
            @Override
            boolean stricter(String above, String below) {
                Optional<Duration> a = duration(above);
                Optional<Duration> b = duration(below);
                return a.isPresent() && b.isPresent() && b.get().compareTo(a.get()) >= 0;
            }
        },
        /** Whatever the list names, and perhaps more. */
        NAMES_ALL {
            @Override
            boolean stricter(String above, String below) {
                return names(below).containsAll(names(above));
            }
        },
        /** As many in all as were allowed each day. */
        FROM_DAY_TO_TOTAL {
            @Override
            boolean stricter(String above, String below) {
                return above.equals("day") && below.equals("total");
            }
        };

        private static Set<String> names(String list) {
            return Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toSet());
        }

        abstract boolean stricter(String above, String below);

        private static Optional<BigDecimal> number(String text) {
            try {
                return Optional.of(new BigDecimal(text));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        /** A duration in ISO 8601, e.g. {@code PT5M}. */
        private static Optional<Duration> duration(String text) {
            try {
                return Optional.of(Duration.parse(text));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }
}
