/** Reads exceptions, writes problem documents: how refusals and roles look over HTTP, the same in every service. */
package org.weir.schemas.http;
