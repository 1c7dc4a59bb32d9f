/** Reads ids, writes topic names: the one declaration of every topic, from which creation and documents come. */
package org.weir.schemas.topic;
