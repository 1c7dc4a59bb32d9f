package org.weir.schemas.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.WithNull;

class PositionJsonProperties {
    @Property
    void reads_whatItWrote(
            @ForAll String vehicle,
            @ForAll @WithNull String trip,
            @ForAll @WithNull Integer direction,
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll float speed,
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long timestamp)
            throws IOException {
        VehiclePosition position = new VehiclePosition(
                vehicle,
                null,
                null,
                trip,
                null,
                direction,
                null,
                null,
                null,
                latitude,
                longitude,
                Float.NaN,
                Double.NaN,
                speed,
                null,
                null,
                null,
                timestamp,
                null,
                null,
                null);
        assertThat(PositionReader.read(PositionWriter.write(position))).isEqualTo(position);
    }

    @Property
    void fails_onAnyBytes_withNothingButAnIoException(@ForAll byte[] bytes) {
        try {
            PositionReader.read(bytes);
        } catch (IOException expected) {
            assertThat(expected).isNotNull();
        }
    }
}
