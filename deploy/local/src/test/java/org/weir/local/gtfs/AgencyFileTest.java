package org.weir.local.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class AgencyFileTest {

    @Test
    void readsNameAndZone_whateverTheOrderOfColumns() throws IOException {
        assertThat(AgencyFile.of(archive("agency_timezone,agency_id,agency_name\r\nAmerica/Chicago,1,CapMetro\r\n")))
                .contains(new AgencyFile("CapMetro", "America/Chicago"));
    }

    @Test
    void readsQuotedCellsAndAByteOrderMark() throws IOException {
        assertThat(AgencyFile.of(archive("\uFEFFagency_name,agency_timezone\n\"Ride \"\"A\"\", Inc.\",Europe/Paris\n")))
                .contains(new AgencyFile("Ride \"A\", Inc.", "Europe/Paris"));
    }

    @Test
    void isEmpty_whenAColumnOrARowIsMissing() throws IOException {
        assertThat(AgencyFile.of(archive("agency_name\nX\n"))).isEmpty();
        assertThat(AgencyFile.of(archive("agency_name,agency_timezone\n"))).isEmpty();
        assertThat(AgencyFile.of(archive("agency_name,agency_timezone\nX,\n"))).isEmpty();
    }

    @Test
    void isEmpty_whenItIsNoZip() throws IOException {
        assertThat(AgencyFile.of(new ByteArrayInputStream("<html>".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    private static ByteArrayInputStream archive(String agency) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("stops.txt"));
            zip.write("stop_id\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("agency.txt"));
            zip.write(agency.getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
