/** Reads the outcomes of polls and pushes, writes each feed's health and the meters, in one place. */
package org.weir.ingest.health;
