/** The OpenAPI document as a promise: examples, schemas, and what may not change. */
package org.finplan.systemtests.contract;
