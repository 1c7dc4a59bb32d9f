package org.weir.consent.transform.term;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.weir.consent.transform.place.Cells;
import org.weir.consent.transform.place.CoarsenLocation;
import org.weir.consent.transform.place.ProtectedZones;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.feed.ContractField;

final class CoarsenLocationKind implements ObligationKind {
    /** A city's shelters and clinics fit. */
    private static final int MOST_CELLS = 1000;

    private static final String PROTECT = "protect";

    @Override
    public String action() {
        return "coarsenLocation";
    }

    @Override
    public String on() {
        return "a group that holds `latitude` and `longitude`, both of which flow where nothing is protected: `position`";
    }

    @Override
    public String meaning() {
        return "Puts the middle of its H3 cell of that `resolution` in the place of a position (8: about 0.5 km across an edge;"
                + " 10: 75 m). A record inside a cell of `protect` is withheld as `protected-zone`; one without a position as"
                + " `scope-unknown` where anything is protected, also where no position flows. Bearing, speed and the stop flow as agreed: they tell more than"
                + " the cell does, and whoever signs should know. `position.odometer` must not flow beside it as it is, for"
                + " distances add up to a path.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.whole("resolution", true, 0, Cells.FINEST),
                new Parameter(
                        PROTECT,
                        false,
                        "addresses of H3 cells of any resolution, with commas between, at most " + MOST_CELLS,
                        CoarsenLocationKind::areCells));
    }

    /** Zones withhold whole records, whatever of them flows. */
    @Override
    public boolean actsOnTheRecord(Obligation said) {
        return said.with().containsKey(PROTECT);
    }

    @Override
    public Term read(Clause clause) throws TermFault {
        String group = clause.said().field();
        if (group == null) {
            throw clause.misfit("does not say its group of fields, such as position");
        }
        boolean stands = actsOnTheRecord(clause.said());
        for (String path : List.of(group + CoarsenLocation.LATITUDE, group + CoarsenLocation.LONGITUDE)) {
            Optional<ContractField> field = clause.contract().field(path);
            if (field.isEmpty()
                    || !field.get().type().equals("number")
                    || !stands && !clause.flowing().contains(path)) {
                throw clause.misfit("is on " + group + ", but no number " + path + " is in "
                        + (stands ? "the contract" : "target.fields"));
            }
        }
        int resolution = clause.number("resolution").orElseThrow().intValueExact();
        ProtectedZones zones = clause.with(PROTECT)
                .map(cells -> new ProtectedZones(addresses(cells)
                        .map(address -> Cells.read(address).orElseThrow())
                        .toList()))
                .orElse(ProtectedZones.NONE);
        CoarsenLocation step = new CoarsenLocation(group, resolution, zones);
        return new Term.EachRecord(step.rewrites(), false, key -> step);
    }

    private static boolean areCells(String value) {
        return addresses(value).count() <= MOST_CELLS
                && addresses(value).allMatch(address -> Cells.read(address).isPresent());
    }

    private static java.util.stream.Stream<String> addresses(String value) {
        return Arrays.stream(value.split(",", -1)).map(String::strip);
    }
}
