-- Removes values, and tells the others. KEYS: the values. ARGV: who removes, channel, length of the prefix.
local removed = {}
for i = 1, #KEYS do
  if redis.call('DEL', KEYS[i]) == 1 then
    removed[#removed + 1] = string.sub(KEYS[i], ARGV[3] + 1)
  end
end
if #removed > 0 then
  redis.call('PUBLISH', ARGV[2], ARGV[1] .. '\nREMOVED\n' .. table.concat(removed, '\n'))
end
return {'done', tostring(#removed)}
