package org.weir.ingest.publish;

import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Hands records to the broker. */
public interface RecordSender {
    /** Ends when every in-sync replica has the record, or fails when that is not known in time. Never throws. */
    CompletionStage<RecordMetadata> send(ProducerRecord<byte[], byte[]> record);
}
