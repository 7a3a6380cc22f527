package io.tgr.cluster.row;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How rows are encoded.
 *
 * @param encodedRows how much memory the encoded parts of rows may take that are
 * remembered
 */
@ConfigurationProperties("tgr.cluster")
record RowProperties(@DefaultValue("12MB") DataSize encodedRows) {

}
