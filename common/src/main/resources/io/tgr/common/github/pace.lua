-- How many calls left in the last minute, by whoever. KEYS: a hash of calls by second, and the pause that GitHub asked for.
-- ARGV: now, calls allowed in a minute, wanted (0, 1), pause until. Returns: taken (0, 1), when to come again, calls, pause.
local now, allowed = tonumber(ARGV[1]), tonumber(ARGV[2])
local second = math.floor(now / 1000)
local fields, seconds, sum, pause = redis.call('HGETALL', KEYS[1]), {}, 0, tonumber(ARGV[4])
for i = 1, #fields, 2 do
  if fields[i] == 'pause' then
    pause = math.max(pause, tonumber(fields[i + 1]))
  else
    local at, calls = tonumber(fields[i]), tonumber(fields[i + 1])
    if at < second - 60 then
      redis.call('HDEL', KEYS[1], fields[i])
    else
      seconds[#seconds + 1] = { at = at, calls = calls }
      sum = sum + calls
    end
  end
end
redis.call('HSET', KEYS[1], 'pause', string.format('%.0f', pause))
local taken, again = '0', 0
if ARGV[3] == '1' then
  if now < pause then
    again = pause
  elseif sum < allowed then
    redis.call('HINCRBY', KEYS[1], string.format('%.0f', second), 1)
    taken, sum = '1', sum + 1
  else
    table.sort(seconds, function(a, b) return a.at < b.at end)
    local left = sum
    for _, it in ipairs(seconds) do
      left = left - it.calls
      again = (it.at + 61) * 1000
      if left < allowed then
        break
      end
    end
  end
end
return { taken, string.format('%.0f', again), string.format('%.0f', sum), string.format('%.0f', pause) }
