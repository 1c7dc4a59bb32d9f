package org.weir.dashboard.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.weir.dashboard.export.Column;
import org.weir.dashboard.export.Rows;

/**
 * Apache Parquet, in row groups of a few megabytes, for one is held in memory. Moments are microseconds, adjusted to UTC
 * as the format has it; the agency's zone is in the file's metadata under {@code timezone}.
 */
final class ParquetRows implements Rows {
    private static final long ROW_GROUP = 4 << 20;
    private static final int PAGE = 64 << 10;
    private static final long MICROS = 1_000_000;

    private final ParquetWriter<Object[]> writer;

    ParquetRows(List<Column> columns, ZoneId zone, OutputStream to) throws IOException {
        this.writer = new Builder(new Sent(to), columns, zone)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupSize(ROW_GROUP)
                .withPageSize(PAGE)
                .build();
    }

    @Override
    public void add(double[][] where, Object... cells) throws IOException {
        writer.write(cells);
    }

    /** Writes the footer, without which nobody can read the file. */
    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static MessageType schema(List<Column> columns) {
        List<Type> fields = new ArrayList<>();
        for (Column each : columns) {
            fields.add(
                    switch (each.type()) {
                        case DATE ->
                            Types.optional(PrimitiveTypeName.INT32)
                                    .as(LogicalTypeAnnotation.dateType())
                                    .named(each.name());
                        case TEXT ->
                            Types.optional(PrimitiveTypeName.BINARY)
                                    .as(LogicalTypeAnnotation.stringType())
                                    .named(each.name());
                        case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(each.name());
                        case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(each.name());
                        case TIME ->
                            Types.optional(PrimitiveTypeName.INT64)
                                    .as(LogicalTypeAnnotation.timestampType(
                                            true, LogicalTypeAnnotation.TimeUnit.MICROS))
                                    .named(each.name());
                    });
        }
        return new MessageType("weir", fields);
    }

    private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
        private final List<Column> columns;
        private final ZoneId zone;

        Builder(OutputFile file, List<Column> columns, ZoneId zone) {
            super(file);
            this.columns = columns;
            this.zone = zone;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(Configuration unused) {
            return new Support(columns, zone);
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration unused) {
            return new Support(columns, zone);
        }
    }

    private static final class Support extends WriteSupport<Object[]> {
        private final List<Column> columns;
        private final ZoneId zone;
        private RecordConsumer to;

        Support(List<Column> columns, ZoneId zone) {
            this.columns = columns;
            this.zone = zone;
        }

        @Override
        public WriteContext init(Configuration unused) {
            return new WriteContext(schema(columns), Map.of("timezone", zone.getId()));
        }

        @Override
        public WriteContext init(ParquetConfiguration unused) {
            return new WriteContext(schema(columns), Map.of("timezone", zone.getId()));
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            to = consumer;
        }

        @Override
        public void write(Object[] cells) {
            to.startMessage();
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] != null) {
                    to.startField(columns.get(i).name(), i);
                    cell(columns.get(i).type(), cells[i]);
                    to.endField(columns.get(i).name(), i);
                }
            }
            to.endMessage();
        }

        private void cell(Column.Type type, Object value) {
            switch (type) {
                case DATE -> to.addInteger((int) ((LocalDate) value).toEpochDay());
                case TEXT -> to.addBinary(Binary.fromString((String) value));
                case WHOLE -> to.addLong((Long) value);
                case NUMBER -> to.addDouble((Double) value);
                case TIME -> to.addLong((Long) value * MICROS);
            }
        }
    }

    /** A file that is sent while it is written: the format only ever goes forward. */
    private record Sent(OutputStream to) implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSize) {
            return new Counting(to);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return new Counting(to);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    private static final class Counting extends PositionOutputStream {
        private final OutputStream to;
        private long at;

        Counting(OutputStream to) {
            this.to = to;
        }

        @Override
        public long getPos() {
            return at;
        }

        @Override
        public void write(int b) throws IOException {
            to.write(b);
            at++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            to.write(bytes, from, length);
            at += length;
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }

        /** Whoever gave the stream closes it. */
        @Override
        public void close() throws IOException {
            to.flush();
        }
    }
}
